using System.Security.Cryptography;
using System.Text;
using VideoIndex.Interchange.Exposure.Html.Parts;
using VideoIndex.Logos.Exposure;

namespace VideoIndex.Interchange.Exposure.Html;

/// <summary>The report on exposure as one page that opens from a disk: no network, no fonts, nothing but itself, and files beside it where it links to them.</summary>
/// <remarks>The same report gives the same bytes. It can be read without its script, which sorts tables and opens what is linked to.</remarks>
/// <param name="Group">The group of brands it is about; null for all brands.</param>
/// <param name="Report">The figures. What the page shows of them are those of the tables beside it, rounded, with the exact ones in each figure's title.</param>
/// <param name="Basis">What they were made of.</param>
/// <param name="Notes">What a person should know, as sentences.</param>
public sealed record SponsorPage(string? Group, ExposureReport Report, ReportBasis Basis, IReadOnlyList<string> Notes)
{
    private static readonly string Style = Resource("page.css"), Script = Resource("page.js");

    /// <summary>Returns the page.</summary>
    /// <param name="picture">Returns the bytes of a picture named by <see cref="AppearanceEvidence.Still"/>; null where it cannot be read.</param>
    public string Write(Func<string, byte[]?> picture)
    {
        ArgumentNullException.ThrowIfNull(picture);
        var sheet = new Sheet(this);
        var stills = Stills.Of(sheet, picture);
        var page = Markup.Of($"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8" />
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src '{Hash(Style)}'; script-src '{Hash(Script)}'; base-uri 'none'; form-action 'none'" />
            <meta name="viewport" content="width=device-width, initial-scale=1" />
            <meta name="color-scheme" content="light dark" />
            <meta name="referrer" content="no-referrer" />
            <title>{Heading.Title(sheet)}</title>
            <style>{new Markup(Style)}</style>
            </head>
            <body>
            <a class="skip" href="#brands">To the figures</a>
            {Heading.Of(sheet)}
            <main>
            {Summary.Of(sheet)}
            {ShareCharts.Of(sheet)}
            {SecondsChart.Of(sheet)}
            {BrandTable.Of(sheet)}
            {RuleTable.Of(sheet)}
            {ZoneMaps.Of(sheet)}
            {Timelines.Of(sheet)}
            {AppearanceTables.Of(sheet, stills)}
            {MentionTable.Of(sheet)}
            {LogoTable.Of(sheet)}
            {Method.Of(sheet)}
            </main>
            <script>{new Markup(Script)}</script>
            </body>
            </html>

            """);
        return page.Text.Replace("\r\n", "\n", StringComparison.Ordinal);
    }

    private static string Hash(string text) => "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static string Resource(string name)
    {
        using var reader = new StreamReader(typeof(SponsorPage).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd().Replace("\r\n", "\n", StringComparison.Ordinal);
    }
}
