// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.tests.colours;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.AbstractRule;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.EnumRule;
import org.eclipse.xtext.Grammar;
import org.eclipse.xtext.GrammarUtil;
import org.eclipse.xtext.Keyword;
import org.eclipse.xtext.RuleCall;

/** The words of a grammar by what they do, read off the rules that they stand in. */
final class Keywords {
    private final Grammar grammar;

    Keywords(Grammar grammar) {
        this.grammar = grammar;
    }

    /** Every word. */
    Set<String> all() {
        return sorted(GrammarUtil.getAllKeywords(grammar).stream());
    }

    /** What a declaration begins with: rack, unit. */
    Set<String> kinds() {
        return sorted(declarations().stream().map(r -> words(r).get(0)));
    }

    /** What stands behind the name in a declaration and has a name behind it: extends. */
    Set<String> ofHeaders() {
        return sorted(
                declarations().stream()
                        .flatMap(
                                r ->
                                        Stream.concat(
                                                words(r).stream().skip(1),
                                                enums(r).flatMap(e -> words(e).stream()))));
    }

    /** What the head of a file names things with. */
    Set<String> ofFiles() {
        return sorted(Stream.of("InfraFile", "Import").flatMap(r -> words(rule(r)).stream()));
    }

    /** What a member begins with that names something: let. */
    Set<String> ofNames() {
        return sorted(Stream.of("Let", "Without").flatMap(r -> words(rule(r)).stream()));
    }

    /** What a member begins with that says something: require. */
    Set<String> ofMembers() {
        return sorted(words(rule("Require")).stream());
    }

    /** The words before what runs and before where it does. */
    List<String> ofPlaces() {
        return words(rule("Run"));
    }

    /** The word between a number and a type. */
    String ofParts() {
        return words(rule("Part")).get(0);
    }

    /** Operators that are words. */
    Set<String> operators() {
        return sorted(
                Stream.of("Conditional", "Or", "And", "Not").flatMap(r -> words(rule(r)).stream()));
    }

    Set<String> constants() {
        return sorted(words(rule("Bool")).stream());
    }

    /** All of the above together. */
    Set<String> placed() {
        Set<String> all = new TreeSet<>(kinds());
        Stream.of(ofHeaders(), ofFiles(), ofNames(), ofMembers(), operators(), constants())
                .forEach(all::addAll);
        all.addAll(ofPlaces());
        all.add(ofParts());
        return all;
    }

    private Set<AbstractRule> declarations() {
        Set<AbstractRule> all = new LinkedHashSet<>();
        leaves(rule("Declaration"), all);
        return all;
    }

    /** The rules with words that a rule of alternatives leads to. */
    private static void leaves(AbstractRule rule, Set<AbstractRule> all) {
        if (words(rule).isEmpty()) called(rule).forEach(r -> leaves(r, all));
        else all.add(rule);
    }

    private static Stream<AbstractRule> enums(AbstractRule rule) {
        return called(rule).filter(EnumRule.class::isInstance);
    }

    private static Stream<AbstractRule> called(AbstractRule rule) {
        return in(rule, RuleCall.class).map(RuleCall::getRule);
    }

    private static List<String> words(AbstractRule rule) {
        return in(rule, Keyword.class).map(Keyword::getValue).filter(Keywords::isWord).toList();
    }

    private static <T extends EObject> Stream<T> in(AbstractRule rule, Class<T> type) {
        return EcoreUtil2.getAllContentsOfType(rule, type).stream();
    }

    private AbstractRule rule(String name) {
        AbstractRule rule = GrammarUtil.findRuleForName(grammar, name);
        if (rule == null) throw new IllegalArgumentException("the grammar has no rule " + name);
        return rule;
    }

    private static Set<String> sorted(Stream<String> words) {
        return new TreeSet<>(words.filter(Keywords::isWord).toList());
    }

    private static boolean isWord(String keyword) {
        return Character.isLetter(keyword.charAt(0));
    }
}
