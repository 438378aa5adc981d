/** From the text of a template to its immutable tree. */
@NullMarked
package io.fluxj.gotemplate.parse;

import org.jspecify.annotations.NullMarked;
