// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.ui;

import java.util.List;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.jspecify.annotations.Nullable;

/** Which example a new project begins with. */
final class ExamplePage extends WizardPage {
    private @Nullable Table list;

    ExamplePage() {
        super("example");
        setTitle("Infra project");
        setDescription("The design that the project begins with.");
    }

    @Override
    public void createControl(Composite parent) {
        Composite page = new Composite(parent, SWT.NONE);
        GridLayoutFactory.swtDefaults().applyTo(page);
        new Label(page, SWT.NONE).setText("Example:");
        Table table = new Table(page, SWT.SINGLE | SWT.BORDER);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(table);
        List<String> names = Examples.names();
        for (String name : names) new TableItem(table, SWT.NONE).setText(name);
        table.select(Math.max(0, names.indexOf("first-rack")));
        list = table;
        setControl(page);
    }

    String chosen() {
        return list == null ? "first-rack" : list.getSelection()[0].getText();
    }
}
