// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.maven;

import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;

/**
 * What a goal does. It stands apart from the goal, so that the goal can be loaded by any Java and
 * say which one the work needs.
 */
interface Work<G extends InfraMojo> {
    void run(G goal) throws MojoExecutionException, MojoFailureException;
}
