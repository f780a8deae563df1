// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.araverus.infra.dsl.resource.Catalog;
import org.araverus.infra.dsl.workspace.Workspace;
import org.araverus.infra.engine.design.Accelerator;
import org.araverus.infra.engine.design.Design;
import org.araverus.infra.engine.design.Element;
import org.araverus.infra.engine.design.Link;
import org.araverus.infra.engine.design.Model;
import org.araverus.infra.engine.design.Nic;
import org.araverus.infra.engine.design.Node;
import org.araverus.infra.engine.design.Part;
import org.araverus.infra.engine.design.Rack;
import org.araverus.infra.engine.design.Ref;
import org.araverus.infra.engine.design.Topology;
import org.jspecify.annotations.Nullable;

/** Looks through the catalog: which nodes hold which accelerators, what links there are. */
final class ShelfReader {
    private static final Set<String> KINDS = Set.of("node", "rack", "link", "model");
    private static final String PACKAGE = "ledger.shelf";

    private final Design design;

    private ShelfReader(Design design) {
        this.design = design;
    }

    /** Reads the catalog that the language brings along. */
    static Shelf read() {
        StringBuilder text = new StringBuilder("package " + PACKAGE + "\n\n");
        int n = 0;
        for (Catalog.Entry e : Catalog.entries())
            if (KINDS.contains(e.kind()))
                text.append(e.kind())
                        .append(" Item")
                        .append(n++)
                        .append(" extends ")
                        .append(e.name())
                        .append(" {}\n");
        Workspace all = Workspace.ofTexts(Map.of("shelf.infra", text.toString()));
        return new ShelfReader(all.design()).shelf();
    }

    private Shelf shelf() {
        Map<String, Shelf.Domain> domains = new HashMap<>();
        for (Element e : items()) if (e instanceof Rack r) domain(r, domains);
        List<Shelf.Box> boxes = new ArrayList<>();
        for (Element e : items()) if (e instanceof Node n) box(n, domains, boxes);
        Set<String> inside = linksInside();
        Map<String, Double> links = new HashMap<>();
        for (Element e : items())
            if (e instanceof Link l && l.bandwidth().isKnown() && !inside.contains(original(l)))
                links.put(original(l), l.bandwidth().si());
        Set<String> latent = new HashSet<>();
        Set<String> sparse = new HashSet<>();
        for (Element e : items()) {
            if (!(e instanceof Model m)) continue;
            if (!m.mla().kvRank().isAbsent()) latent.add(original(m));
            if (!m.experts().count().isAbsent()) sparse.add(original(m));
        }
        return new Shelf(
                alias -> Catalog.byAlias(alias).orElse(null), boxes, links, latent, sparse);
    }

    /** The catalog's elements, each under another name. */
    private List<Element> items() {
        return design.elements().values().stream()
                .filter(e -> e.name().startsWith(PACKAGE + "."))
                .toList();
    }

    private static String original(Element e) {
        return e.header().lineage().getFirst();
    }

    private void domain(Rack rack, Map<String, Shelf.Domain> into) {
        if (!rack.scaleUp().isElement()) return;
        for (Part p : rack.header().parts())
            if (type(p) instanceof Node n && known(p))
                into.putIfAbsent(
                        n.name(),
                        new Shelf.Domain(original(rack), p.role(), Math.round(p.count())));
    }

    private void box(Node node, Map<String, Shelf.Domain> domains, List<Shelf.Box> into) {
        Part gpu = part(node, Accelerator.class);
        if (gpu == null) return;
        Part nic = part(node, Nic.class);
        boolean rate = nic != null && type(nic) instanceof Nic n && n.bandwidth().isKnown();
        into.add(
                new Shelf.Box(
                        original(node),
                        gpu.runs().getFirst().type().name(),
                        Math.round(gpu.count()),
                        nic == null ? "nic" : nic.role(),
                        rate ? Math.round(nic.count()) : 0,
                        rate ? ((Nic) type(nic)).bandwidth().si() : Double.NaN,
                        domains.get(original(node))));
    }

    private @Nullable Part part(Node node, Class<? extends Element> kind) {
        for (Part p : node.header().parts()) if (kind.isInstance(type(p)) && known(p)) return p;
        return null;
    }

    private static boolean known(Part p) {
        return p.runs().stream().allMatch(r -> r.count().isKnown());
    }

    private @Nullable Element type(Part p) {
        return p.runs().isEmpty() ? null : element(p.runs().getFirst().type());
    }

    private @Nullable Element element(Ref<?> ref) {
        return ref.name() == null ? null : design.elements().get(ref.name());
    }

    /** Links of scale-up domains: no network is made of them. */
    private Set<String> linksInside() {
        Set<String> names = new HashSet<>();
        for (Element e : items()) {
            Ref<Topology> inside =
                    switch (e) {
                        case Node n -> n.scaleUp();
                        case Rack r -> r.scaleUp();
                        default -> null;
                    };
            if (inside != null && element(inside) instanceof Topology t && t.link().name() != null)
                names.add(t.link().name());
        }
        return names;
    }
}
