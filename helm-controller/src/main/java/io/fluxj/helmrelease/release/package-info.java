/** The cluster's side of Helm's actions: where records are kept, how objects are applied, awaited and deleted. */
@NullMarked
package io.fluxj.helmrelease.release;

import org.jspecify.annotations.NullMarked;
