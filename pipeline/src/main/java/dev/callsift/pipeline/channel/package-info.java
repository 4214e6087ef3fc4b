/**
 * The ways out: webhook, e-mail, SMS and WhatsApp, Slack, a file per day. What enters is a parcel of one notice or several and
 * a recipient; what leaves is an outcome. Settings, templates, signatures and the checks of addresses belong here. Nothing here
 * knows the database, tries a second time, or prints a secret.
 */
@NullMarked
package dev.callsift.pipeline.channel;

import org.jspecify.annotations.NullMarked;
