// Where the page begins: a report carries its results, the studio asks its server for them.
import { mount } from "svelte";
import App from "./App.svelte";
import { reportElement, reportSource } from "./base/report_source";
import "./theme.css";

const element = reportElement();
const report = element ? reportSource(element.textContent ?? "") : null;
element?.remove();

mount(App, { target: document.getElementById("page")!, props: { report } });
