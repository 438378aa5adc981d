/** Opens age files with X25519, hybrid and SSH keys. */
@NullMarked
package io.fluxj.sops.age;

import org.jspecify.annotations.NullMarked;
