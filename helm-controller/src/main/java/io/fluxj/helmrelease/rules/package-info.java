/** What a spec says about how actions run and what becomes of failures, with the defaults filled in. */
@NullMarked
package io.fluxj.helmrelease.rules;

import org.jspecify.annotations.NullMarked;
