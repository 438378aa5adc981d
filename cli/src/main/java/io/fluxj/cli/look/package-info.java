/** What only looks: {@code events}, {@code logs}, {@code stats}, {@code tree}, {@code trace}, {@code debug}. */
@NullMarked
package io.fluxj.cli.look;

import org.jspecify.annotations.NullMarked;
