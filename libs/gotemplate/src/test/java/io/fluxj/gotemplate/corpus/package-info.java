/** Runs recorded cases of the real tool, with as much of a chart around them as their templates ask for. */
@NullMarked
package io.fluxj.gotemplate.corpus;

import org.jspecify.annotations.NullMarked;
