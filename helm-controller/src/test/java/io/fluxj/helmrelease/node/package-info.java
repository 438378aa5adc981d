/** What a node would do, for tests without one. */
@NullMarked
package io.fluxj.helmrelease.node;

import org.jspecify.annotations.NullMarked;
