// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.ide.completion;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import com.google.inject.Inject;
import com.google.inject.Singleton;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.AbstractRule;
import org.eclipse.xtext.ide.editor.contentassist.antlr.ContentAssistContextFactory;

/**
 * What may follow in the grammar is the same at each request, and walking through the rules of
 * expressions for it is most of the time of a proposal behind a dot: it is remembered.
 */
public class ContextFactory extends ContentAssistContextFactory {
    private record Step(AbstractRule rule, EObject before, String text, EObject next) {}

    @Singleton
    static class Known {
        private final Cache<Step, Boolean> steps =
                CacheBuilder.newBuilder().maximumSize(20_000).build();
    }

    @Inject private Known known;

    @Override
    protected boolean canBeCalledAfter(
            AbstractRule rule, EObject before, String text, EObject next) {
        Step step = new Step(rule, before, text, next);
        Boolean seen = known.steps.getIfPresent(step);
        if (seen != null) return seen;
        boolean can = super.canBeCalledAfter(rule, before, text, next);
        known.steps.put(step, can);
        return can;
    }
}
