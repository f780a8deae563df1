// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.ledger;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the catalog has for a ledger. Names are qualified.
 *
 * @param aliases gives the name of an element by the name that tables use; null for none
 * @param boxes nodes with accelerators
 * @param links network links by name, B/s in one direction
 * @param latent models with latent attention
 * @param sparse models with experts
 */
record Shelf(
        Function<String, @Nullable String> aliases,
        List<Box> boxes,
        Map<String, Double> links,
        Set<String> latent,
        Set<String> sparse) {
    private static final String HASHED = "_Hashed";

    /**
     * A node with accelerators of one kind.
     *
     * @param nicRole role of its adapters
     * @param nics how many it has; 0 where they are not known
     * @param nicRate of one adapter, B/s in one direction
     * @param domain the rack that makes one scale-up domain of such nodes; null if none does
     */
    record Box(
            String name,
            String accelerator,
            long accelerators,
            String nicRole,
            long nics,
            double nicRate,
            @Nullable Domain domain) {

        /** B/s of the network for one accelerator. */
        double rateOfAccelerator() {
            return nics * nicRate / accelerators;
        }
    }

    /**
     * A rack whose topology spans the accelerators of all its nodes.
     *
     * @param role of the nodes in it
     * @param nodes how many it holds
     */
    record Domain(String rack, String role, long nodes) {}

    Shelf {
        boxes = boxes.stream().sorted(Comparator.comparing(Box::name)).toList();
        links = Map.copyOf(links);
        latent = Set.copyOf(latent);
        sparse = Set.copyOf(sparse);
    }

    /** The element that goes by a name. */
    Optional<String> named(String alias) {
        return Optional.ofNullable(aliases.apply(alias));
    }

    /**
     * The stack that goes by a name, or by the longest beginning of it: {@code NeMo v25.04.01} by
     * {@code NeMo}. A beginning ends where a word or a number does.
     */
    Optional<String> stack(String name) {
        for (int end = name.length(); end > 0; end--) {
            if (end < name.length() && !ends(name, end)) continue;
            Optional<String> found = named(name.substring(0, end));
            if (found.isPresent()) return found;
        }
        return Optional.empty();
    }

    private static boolean ends(String name, int end) {
        return !Character.isLetterOrDigit(name.charAt(end))
                && Character.isLetterOrDigit(name.charAt(end - 1));
    }

    /**
     * The node with so many accelerators of a kind; the one with the network rate asked for if
     * there are several, the first by name if that does not tell.
     *
     * @param perNode 0 for any
     * @param rate B/s for one accelerator; NaN for any
     */
    Optional<Box> box(String accelerator, int perNode, double rate) {
        return boxes.stream()
                .filter(b -> b.accelerator.equals(accelerator))
                .filter(b -> perNode == 0 || b.accelerators == perNode)
                .min(Comparator.comparing(b -> !same(b.rateOfAccelerator(), rate)));
    }

    /**
     * A link as fast as asked for; the first by name.
     *
     * @param hashed whether its switches spread flows by hash
     */
    Optional<String> link(double rate, boolean hashed) {
        return links.entrySet().stream()
                .filter(e -> e.getKey().endsWith(HASHED) == hashed)
                .filter(e -> same(e.getValue(), rate))
                .map(Map.Entry::getKey)
                .sorted()
                .findFirst();
    }

    /** Whether two rates are one, rounding of units aside. */
    static boolean same(double a, double b) {
        return Math.abs(a - b) <= 1e-6 * Math.abs(b);
    }
}
