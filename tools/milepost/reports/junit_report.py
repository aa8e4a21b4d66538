"""Findings as JUnit XML, which every CI service shows as tests."""

from xml.etree import ElementTree as ET

from milepost.model import Finding
from milepost.reports.report import Report
from milepost.reports.text_report import block, summary
from milepost.reports.visible import visible


def as_junit(report: Report) -> str:
    """Return a suite with a failed test for each error, and one that holds what was checked.

    JUnit knows no warnings: a test that passes carries each as its output.
    """
    failed = [finding for finding in report.findings if finding.severity == "error"]
    tests, failures = str(len(report.findings) + 1), str(len(failed))
    root = ET.Element("testsuites", name="milepost", tests=tests, failures=failures)
    suite = ET.SubElement(
        root, "testsuite", name="milepost check", tests=tests, failures=failures, errors="0"
    )
    whole = ET.SubElement(suite, "testcase", classname="milepost", name="check")
    ET.SubElement(whole, "system-out").text = summary(report)
    for finding in report.findings:
        _add(suite, finding)
    ET.indent(root)
    return ET.tostring(root, encoding="unicode", xml_declaration=True) + "\n"


def _add(suite: ET.Element, finding: Finding) -> None:
    path = visible(finding.path)
    name = f"{finding.rule} {finding.line}:{finding.column}"
    test = ET.SubElement(suite, "testcase", classname=path, name=name, file=path)
    if finding.severity == "error":
        message = visible(finding.message)
        found = ET.SubElement(test, "failure", type=finding.rule, message=message)
    else:
        found = ET.SubElement(test, "system-out")
    found.text = block(finding)
