/**
 * How does a mail become an article? {@link dev.dateline.ingest.mail.MailReader} reads newsletters
 * as they were sent, one in a file or many in an mbox. The text of a newsletter is mostly a page:
 * its blocks are read by {@code ingest.html}, the one family that this one uses.
 */
@NullMarked
package dev.dateline.ingest.mail;

import org.jspecify.annotations.NullMarked;
