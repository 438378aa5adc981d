/** What the sandbox shows and does. */
@NullMarked
package io.fluxj.sandbox;

import org.jspecify.annotations.NullMarked;
