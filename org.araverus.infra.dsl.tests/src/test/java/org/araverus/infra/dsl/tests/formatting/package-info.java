// SPDX-License-Identifier: EPL-2.0
/** The one layout of texts: what it looks like, and that nothing but blanks changes. */
@org.jspecify.annotations.NullMarked
package org.araverus.infra.dsl.tests.formatting;
