// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.compiler;

import java.util.List;
import org.araverus.infra.dsl.compiler.Target.AttributeTarget;
import org.araverus.infra.dsl.compiler.Target.BodyTarget;
import org.araverus.infra.dsl.compiler.Target.CountTarget;
import org.araverus.infra.dsl.compiler.Target.ElementTarget;
import org.araverus.infra.dsl.compiler.Target.LetTarget;
import org.araverus.infra.dsl.compiler.Target.LiteralTarget;
import org.araverus.infra.dsl.compiler.Target.MetricTarget;
import org.araverus.infra.dsl.compiler.Target.PartTarget;
import org.araverus.infra.dsl.infra.Access;
import org.araverus.infra.dsl.infra.AttributeDefinition;
import org.araverus.infra.dsl.infra.Block;
import org.araverus.infra.dsl.infra.BlockDefinition;
import org.araverus.infra.dsl.infra.Declaration;
import org.araverus.infra.dsl.infra.Definition;
import org.araverus.infra.dsl.infra.Expr;
import org.araverus.infra.dsl.infra.Index;
import org.araverus.infra.dsl.infra.KindDefinition;
import org.araverus.infra.dsl.infra.Let;
import org.araverus.infra.dsl.infra.LiteralDefinition;
import org.araverus.infra.dsl.infra.MetricDefinition;
import org.araverus.infra.dsl.infra.NamedBlock;
import org.araverus.infra.dsl.infra.Part;
import org.araverus.infra.dsl.infra.Referable;
import org.araverus.infra.dsl.infra.Reference;
import org.eclipse.emf.ecore.EObject;
import org.jspecify.annotations.Nullable;

/**
 * Follows paths. An attribute or role named from inside means that of the heir, not that of the
 * element in which the path is written.
 */
final class Paths {
    private final Compilation compilation;

    Paths(Compilation compilation) {
        this.compilation = compilation;
    }

    Target follow(@Nullable Expr path, @Nullable Effective from) {
        return switch (path) {
            case Reference r -> head(r, r.getHead(), from);
            case Access a -> member(follow(a.getTarget(), from), a.getMember());
            case Index i ->
                    follow(i.getTarget(), from) instanceof PartTarget p
                            ? new PartTarget(p.owner(), p.role(), i)
                            : Target.NONE;
            case null, default -> Target.NONE;
        };
    }

    private Target head(Reference at, @Nullable Referable r, @Nullable Effective from) {
        if (r == null || r.eIsProxy()) return Target.NONE;
        return switch (r) {
            case Declaration d -> new ElementTarget(compilation.effective(d));
            case Let l -> let(l, from);
            case LiteralDefinition l -> new LiteralTarget(l.getName());
            case Part p when from != null -> new PartTarget(from, p.getName(), null);
            case NamedBlock b when from != null -> new BodyTarget(from, pathOf(b));
            case AttributeDefinition a when from != null ->
                    new AttributeTarget(from, around(at, a));
            case BlockDefinition b when from != null -> new BodyTarget(from, around(at, b));
            case MetricDefinition m when from != null ->
                    new MetricTarget(from, definitionPath(m), m);
            default -> Target.NONE;
        };
    }

    private static Target let(Let l, @Nullable Effective from) {
        boolean ofElement = l.eContainer() instanceof Declaration;
        Let own = ofElement && from != null ? from.lets.getOrDefault(l.getName(), l) : l;
        return new LetTarget(own, ofElement ? from : null);
    }

    private Target member(Target of, @Nullable Referable r) {
        if (r == null || r.eIsProxy()) return Target.NONE;
        if (of instanceof PartTarget p
                && r instanceof AttributeDefinition a
                && a.eContainer() instanceof KindDefinition k
                && k.getName().equals("part")) return new CountTarget(p.owner(), p.role());
        Effective e = elementOf(of);
        if (e == null) return Target.NONE;
        String base = of instanceof BodyTarget b ? b.path() : "";
        return switch (r) {
            case Part p -> new PartTarget(e, p.getName(), null);
            case Let l -> new LetTarget(e.lets.getOrDefault(l.getName(), l), e);
            case NamedBlock b -> new BodyTarget(e, pathOf(b));
            case AttributeDefinition a -> new AttributeTarget(e, join(base, a.getName()));
            case BlockDefinition b -> new BodyTarget(e, join(base, b.getName()));
            case MetricDefinition m -> new MetricTarget(e, definitionPath(m), m);
            default -> Target.NONE;
        };
    }

    /** The element in which the next step of a path is looked up. */
    @Nullable Effective elementOf(Target t) {
        return switch (t) {
            case ElementTarget e -> e.element();
            case BodyTarget b -> b.element();
            case MetricTarget m -> m.element();
            case PartTarget p -> type(p);
            case AttributeTarget a ->
                    compilation.expressions().value(a) instanceof Result.Elem r
                            ? compilation.effective(r.declaration())
                            : null;
            case LetTarget l -> elementOf(follow(l.let().getValue(), l.element()));
            case CountTarget c -> null;
            case LiteralTarget l -> null;
            case Target.NoTarget n -> null;
        };
    }

    /** The type of the parts, or of the first one that an index means. */
    private @Nullable Effective type(PartTarget p) {
        List<Runs.Run> runs = compilation.runs().of(p.owner(), p.role());
        if (runs.size() < 2 || p.index() == null) {
            Part part = p.owner().parts.get(p.role());
            return runs.size() == 1
                    ? runs.get(0).type()
                    : part == null || part.getType() == null || part.getType().eIsProxy()
                            ? null
                            : compilation.effective(part.getType());
        }
        Runs.Bounds b = compilation.runs().read(p.index(), p.owner());
        double at = b == null ? -1 : b.from();
        for (Runs.Run r : runs) {
            if (at >= 0 && at < r.count().orElse(0)) return r.type();
            at -= r.count().orElse(0);
        }
        return null;
    }

    private static String join(String base, String name) {
        return base.isEmpty() ? name : base + "." + name;
    }

    /** The path of a definition that is named from inside its own body. */
    private static String around(EObject at, Definition d) {
        for (EObject o = at; o != null; o = o.eContainer()) {
            if (o instanceof Block b && b.getDefinition() == d.eContainer())
                return join(pathOf(b), d.getName());
            if (o instanceof NamedBlock b && b.getDefinition() == d.eContainer())
                return join(pathOf(b), d.getName());
        }
        return definitionPath(d);
    }

    /** Where a block stands in its element. */
    static String pathOf(EObject block) {
        String outer =
                block.eContainer() instanceof Block || block.eContainer() instanceof NamedBlock
                        ? pathOf(block.eContainer())
                        : "";
        return switch (block) {
            case Block b -> join(outer, String.valueOf(Names.of(b.getDefinition())));
            case NamedBlock b -> join(outer, Names.of(b.getDefinition()) + " " + b.getName());
            default -> outer;
        };
    }

    private static String definitionPath(Definition d) {
        return d.eContainer() instanceof Definition outer && !(outer instanceof KindDefinition)
                ? definitionPath(outer) + "." + d.getName()
                : d.getName();
    }
}
