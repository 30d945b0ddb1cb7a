/** What the documents say, held against what there is. */
@NullMarked
package dev.remotenode.documentation;

import org.jspecify.annotations.NullMarked;
