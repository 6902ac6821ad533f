using VideoIndex.Logos.Exposure;

namespace VideoIndex.Interchange.Exposure.Html.Parts;

/// <summary>How well each logo can be searched for, and what would help.</summary>
internal static class LogoTable
{
    public static Markup Of(Sheet sheet) => Markup.Of($"""
        <section aria-labelledby="logos">
        <h2 id="logos">How well each logo can be found</h2>
        <p class="lead">A plain mark is missed more often than a rich one. A brand that was not seen and whose logo is a C may well have been there.</p>
        <div class="scroll" role="region" aria-labelledby="logos" tabindex="0">
        <table class="sortable">
        <caption><span>Logos that were looked for: A is rich, B fair, C too plain</span></caption>
        <thead><tr><th scope="col">Brand</th><th scope="col">Logo</th><th scope="col">Grade</th><th scope="col" class="n">Places</th><th scope="col" class="n">Examples</th><th scope="col">What it means</th></tr></thead>
        <tbody>{sheet.Page.Basis.Logos.Select(Row)}</tbody>
        </table>
        </div>
        </section>
        """);

    private static Markup Row(SoughtLogo logo) => Markup.Of($"""
        <tr><th scope="row">{Piece.Name(logo.Brand)}</th><td>{Piece.Name(logo.Logo)}</td><td><strong>{$"{logo.Grade.Letter}"}</strong></td><td class="n">{logo.Grade.Places}</td><td class="n">{logo.Grade.Examples}</td><td>{logo.Grade.Says} {logo.Grade.Advice}</td></tr>

        """);
}
