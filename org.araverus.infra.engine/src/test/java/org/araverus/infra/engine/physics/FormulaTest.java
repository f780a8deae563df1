// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.physics;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class FormulaTest {

    @Test
    void everyPublicMethodOfAFormulaClassIsAFormulaOfDoubles() {
        for (Class<?> owner : Formulas.classes()) {
            for (Method method : owner.getDeclaredMethods()) {
                if (!Modifier.isPublic(method.getModifiers())) {
                    continue;
                }
                Formula formula = method.getAnnotation(Formula.class);
                assertThat(formula).as("%s", method).isNotNull();
                assertThat(method.getReturnType()).as("%s", method).isEqualTo(double.class);
                assertThat(method.getParameterTypes())
                        .as("%s", method)
                        .allMatch(type -> type == double.class);
                assertThat(formula.id()).matches("[a-z]+(\\.[a-z0-9_]+)*");
                assertThat(formula.unit()).isNotNull();
                assertThat(formula.source()).isNotBlank();
                assertThat(formula.text()).isNotBlank();
            }
        }
    }

    @Test
    void idsAreUniqueSortedAndFound() {
        List<String> ids = Formulas.ids();
        assertThat(ids).doesNotHaveDuplicates().isSorted().contains("op.gemm", "flops.gemm");
        long methods =
                Formulas.classes().stream()
                        .flatMap(owner -> Arrays.stream(owner.getDeclaredMethods()))
                        .filter(method -> method.isAnnotationPresent(Formula.class))
                        .count();
        assertThat(ids).hasSize((int) methods);
    }

    @Test
    void evaluatesById() {
        assertThat(Formulas.evaluate("flops.gemm", 3, 5, 7)).isEqualTo(210);
        assertThat(Formulas.of("flops.gemm").inputs()).containsExactly("m", "n", "k");
        assertThat(Formulas.of("flops.gemm").formula().unit()).isEqualTo("FLOP");
    }
}
