/** What the server adds to an object, or refuses, because of other objects: accounts, priorities, limits, rights. */
@NullMarked
package io.fluxj.kube.admission;

import org.jspecify.annotations.NullMarked;
