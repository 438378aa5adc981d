/** Go's text/template: sets of parsed templates, and running them within bounds. */
@NullMarked
package io.fluxj.gotemplate;

import org.jspecify.annotations.NullMarked;
