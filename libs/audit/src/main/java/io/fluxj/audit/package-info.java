/** Journals that show when somebody changed them. */
@NullMarked
package io.fluxj.audit;

import org.jspecify.annotations.NullMarked;
