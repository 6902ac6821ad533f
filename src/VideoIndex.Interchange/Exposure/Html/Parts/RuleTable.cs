using VideoIndex.Logos.Exposure;

namespace VideoIndex.Interchange.Exposure.Html.Parts;

/// <summary>The same footage under every built-in rule.</summary>
internal static class RuleTable
{
    public static Markup Of(Sheet sheet) => Markup.Of($"""
        <section aria-labelledby="rules">
        <h2 id="rules">Under each rule</h2>
        <p class="lead">The same appearances, counted by every rule that is built in. Which seconds qualify is a convention: say which one when you name a figure.</p>
        <div class="scroll" role="region" aria-labelledby="rules" tabindex="0">
        <table class="sortable" id="rule-figures">
        <caption><span>Qualified seconds by rule</span></caption>
        <thead><tr><th scope="col">Brand</th><th scope="col" class="n">Gross s</th>{ExposureRule.BuiltIn.Select(rule => Markup.Of($"<th scope=\"col\" class=\"n\">{rule.Name} s</th>"))}</tr></thead>
        <tbody>{sheet.Brands.Select(brand => Row(sheet, brand))}</tbody>
        </table>
        </div>
        <dl class="words">{ExposureRule.BuiltIn.Select(rule => Markup.Of($"<div><dt>{rule.Name}</dt><dd>{rule.Says}</dd></div>"))}</dl>
        </section>
        """);

    private static Markup Row(Sheet sheet, BrandView brand) => Markup.Of(
        $"<tr><th scope=\"row\">{Piece.Dotted(brand)}</th>{Piece.Cell(Piece.Seconds(brand.Figures.Gross))}{sheet.Page.Report.ByRule(brand.Name).Select(seconds => Piece.Cell(Piece.Seconds(seconds)))}</tr>\n");
}
