/** Decrypts what sops encrypted: files before a build, objects after it. */
@NullMarked
package io.fluxj.manifest.decrypt;

import org.jspecify.annotations.NullMarked;
