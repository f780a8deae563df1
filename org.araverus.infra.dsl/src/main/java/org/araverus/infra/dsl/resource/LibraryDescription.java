// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.resource;

import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.naming.QualifiedName;
import org.eclipse.xtext.resource.IEObjectDescription;
import org.jspecify.annotations.Nullable;

/** An element of the library; its file is loaded when somebody asks for the object. */
final class LibraryDescription implements IEObjectDescription {
    private final Library library;
    private final QualifiedName name;
    private final EClass type;
    private final URI uri;

    LibraryDescription(Library library, QualifiedName name, EClass type, URI uri) {
        this.library = library;
        this.name = name;
        this.type = type;
        this.uri = uri;
    }

    @Override
    public QualifiedName getName() {
        return name;
    }

    @Override
    public QualifiedName getQualifiedName() {
        return name;
    }

    @Override
    public EObject getEObjectOrProxy() {
        return library.element(uri);
    }

    @Override
    public URI getEObjectURI() {
        return uri;
    }

    @Override
    public EClass getEClass() {
        return type;
    }

    @Override
    public @Nullable String getUserData(String key) {
        return null;
    }

    @Override
    public String[] getUserDataKeys() {
        return new String[0];
    }

    @Override
    public String toString() {
        return name + " in the library";
    }
}
