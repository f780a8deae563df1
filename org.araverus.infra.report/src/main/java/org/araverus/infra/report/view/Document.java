// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.report.view;

import java.util.List;
import org.araverus.infra.engine.finding.Shown;

/**
 * A whole report.
 *
 * @param title what it is about: a design's name
 * @param versions of program, language and catalog
 * @param findings that count
 * @param accepted findings that are accepted, with reasons
 */
public record Document(
        String title,
        List<Work.Fact> versions,
        List<Article> articles,
        List<Shown> findings,
        List<Shown> accepted) {}
