/** What becomes of releases when single requests fail, and when the controller dies in the middle of its work. */
@NullMarked
package io.fluxj.helmrelease.fault;

import org.jspecify.annotations.NullMarked;
