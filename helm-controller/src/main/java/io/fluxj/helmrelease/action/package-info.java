/** What is done about a release: the next action that its state asks for, and each action. */
@NullMarked
package io.fluxj.helmrelease.action;

import org.jspecify.annotations.NullMarked;
