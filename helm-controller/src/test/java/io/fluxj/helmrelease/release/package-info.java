@NullMarked
package io.fluxj.helmrelease.release;

import org.jspecify.annotations.NullMarked;
