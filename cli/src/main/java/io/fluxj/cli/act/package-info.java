/** What changes objects: {@code reconcile}, {@code suspend}, {@code resume}, {@code delete}, {@code trigger}. */
@NullMarked
package io.fluxj.cli.act;

import org.jspecify.annotations.NullMarked;
