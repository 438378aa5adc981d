/** Commit messages, made of templates. */
@NullMarked
package io.fluxj.automation.message;

import org.jspecify.annotations.NullMarked;
