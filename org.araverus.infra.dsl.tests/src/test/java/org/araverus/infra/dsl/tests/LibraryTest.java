// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.google.inject.Injector;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.araverus.infra.dsl.InfraStandaloneSetup;
import org.araverus.infra.dsl.infra.InfraPackage;
import org.araverus.infra.dsl.resource.Elements;
import org.araverus.infra.dsl.resource.Library;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.xtext.naming.IQualifiedNameProvider;
import org.eclipse.xtext.resource.IEObjectDescription;
import org.eclipse.xtext.resource.IResourceFactory;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.resource.XtextResourceSet;
import org.eclipse.xtext.testing.InjectWith;
import org.eclipse.xtext.testing.extensions.InjectionExtension;
import org.eclipse.xtext.util.CancelIndicator;
import org.eclipse.xtext.validation.CheckMode;
import org.eclipse.xtext.validation.IResourceValidator;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** The library is right, its index says what it holds, and only what is named is loaded. */
@ExtendWith(InjectionExtension.class)
@InjectWith(InfraInjectorProvider.class)
class LibraryTest {
    /** A language of its own, so that what it has loaded is what this test asked for. */
    private final Injector language = new InfraStandaloneSetup().createInjector();

    private final Library library = language.getInstance(Library.class);

    private XtextResource read(String text) {
        XtextResource r =
                (XtextResource)
                        language.getInstance(IResourceFactory.class)
                                .createResource(URI.createURI("test:/design.infra"));
        language.getInstance(XtextResourceSet.class).getResources().add(r);
        try {
            r.load(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), null);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        EcoreUtil.resolveAll(r);
        return r;
    }

    private List<String> files() {
        TreeSet<String> all = new TreeSet<>();
        for (IEObjectDescription d : library.index().getExportedObjects())
            all.add(d.getEObjectURI().trimFragment().toString());
        return List.copyOf(all);
    }

    @TestFactory
    Stream<DynamicTest> theIndexNamesTheElementsOfAFile() {
        return files().stream()
                .map(file -> dynamicTest(file, () -> assertEquals(parsed(file), indexed(file))));
    }

    private List<String> parsed(String file) {
        IQualifiedNameProvider names = language.getInstance(IQualifiedNameProvider.class);
        return Elements.of(library.file(URI.createURI(file))).stream()
                .map(
                        e ->
                                Elements.kind(e)
                                        + " "
                                        + names.getFullyQualifiedName(e)
                                        + " "
                                        + EcoreUtil.getURI(e))
                .sorted()
                .toList();
    }

    private List<String> indexed(String file) {
        List<String> all = new ArrayList<>();
        for (IEObjectDescription d : library.index().getExportedObjects())
            if (d.getEObjectURI().trimFragment().toString().equals(file))
                all.add(
                        Elements.kind(d.getEClass())
                                + " "
                                + d.getQualifiedName()
                                + " "
                                + d.getEObjectURI());
        return all.stream().sorted().toList();
    }

    @TestFactory
    Stream<DynamicTest> eachFileIsRight() {
        return files().stream()
                .map(file -> dynamicTest(file, () -> assertEquals(List.of(), issues(file))));
    }

    private List<String> issues(String file) {
        XtextResource r = library.file(URI.createURI(file));
        EcoreUtil.resolveAll(r);
        return language
                .getInstance(IResourceValidator.class)
                .validate(r, CheckMode.FAST_ONLY, CancelIndicator.NullImpl)
                .stream()
                .map(Texts::show)
                .toList();
    }

    @Test
    void nothingIsLoadedBeforeItIsNamed() {
        assertEquals(List.of(), library.loaded());
        XtextResource r = read("import araverus.nvidia.*\nimport araverus.models.*\nrack R { }\n");
        assertEquals(List.of(), r.getErrors());
        assertEquals(List.of(), library.loaded());
    }

    @Test
    void aDesignLoadsTheFilesThatItNames() {
        XtextResource r =
                read(
                        "import araverus.nvidia.*\nrack R { nodes: 4 x DGX_H100   power { budget: 44 kW } }\n");
        assertEquals(List.of(), r.getErrors());
        assertEquals(
                List.of("araverus/nvidia/nodes.infra", "araverus/units.infra"), library.loaded());
    }

    @Test
    void aPathThroughAPartLoadsItsType() {
        XtextResource r = read("import araverus.nvidia.*\nlet m = DGX_H100.gpu.memory.capacity\n");
        assertEquals(List.of(), r.getErrors());
        assertEquals(
                List.of("araverus/nvidia/hopper.infra", "araverus/nvidia/nodes.infra"),
                library.loaded());
    }

    @Test
    void anAliasLeadsToItsElement() {
        assertEquals("araverus.models.Llama_31_405B", library.byAlias("Llama-3.1-405B"));
        assertEquals(null, library.byAlias("Llama-9"));
    }

    @Test
    void threadsShareIt() throws Exception {
        String text = "import araverus.nvidia.*\nlet m = DGX_H100.gpu.memory.capacity * 2 GiB\n";
        try (var pool = Executors.newFixedThreadPool(8)) {
            List<Callable<List<?>>> work = new ArrayList<>();
            for (int i = 0; i < 64; i++) work.add(() -> read(text).getErrors());
            for (Future<List<?>> f : pool.invokeAll(work)) assertEquals(List.of(), f.get());
        }
        assertEquals(1, library.loaded().stream().filter(f -> f.contains("hopper")).count());
    }

    @Test
    void unitsAreUnits() {
        for (IEObjectDescription d : library.index().getExportedObjects())
            if (d.getQualifiedName().toString().startsWith("araverus.units."))
                assertEquals(InfraPackage.Literals.UNIT_DECLARATION, d.getEClass());
    }
}
