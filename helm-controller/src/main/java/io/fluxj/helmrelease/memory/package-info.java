/** How much memory the controller's container uses. */
@NullMarked
package io.fluxj.helmrelease.memory;

import org.jspecify.annotations.NullMarked;
