using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace VideoIndex.Interchange.Exposure.Html.Parts;

/// <summary>How it was measured, and what that is bad at.</summary>
internal static class Method
{
    public static Markup Of(Sheet sheet)
    {
        var (basis, rule) = (sheet.Page.Basis, sheet.Page.Basis.Appearances);
        return Markup.Of($"""
            <section aria-labelledby="method">
            <h2 id="method">How it was measured</h2>
            <p>In the first frame of each half second, keypoints of the picture are compared with those of each logo, and where a small picture of it was kept, its pixels with the logo’s. A sighting of score {Number(rule.Sure)} begins an appearance, one of {Number(rule.Likely)} goes on with it where the camera’s motion brings it, and up to {rule.LongestGap} looks in a row may miss it. A cut ends it; other ends were read from the frames around them where their precision says 0. Each look speaks for the time half way to its neighbours.</p>
            <h3>What it is bad at</h3>
            <ul>
            <li>Plain marks, marks less than 32 pixels high, half-transparent corner bugs, and marks on moving cloth that are clear for less than half a second are missed.</li>
            <li>A mark that differs from another only in its lettering may be taken for it, and a word that begins a longer word for the mark.</li>
            <li>Shots shorter than half a second may not be looked at at all.</li>
            <li><em>Visible</em> means not cut off by the picture’s edge. What stands in front of a mark is not told.</li>
            <li>Do not bill by these figures alone. How far off they were on test footage is said in VideoIndex’s documentation of logos.</li>
            </ul>
            <h3>What it was made of</h3>
            <dl class="words">
            <div><dt>Rule</dt><dd>{sheet.Rule.Name}: {sheet.Rule.Says}</dd></div>
            <div><dt>Keypoints</dt><dd>{basis.Extractor}</dd></div>
            <div><dt>Threshold</dt><dd>score {Number(rule.Sure)}, goes on at {Number(rule.Likely)}, gap of {rule.LongestGap} looks</dd></div>
            <div><dt>Searched</dt><dd><code>{Hash(sheet)}</code><br /><span class="small">SHA-256 of the lines below: the videos, what was kept of them, and the pictures of the logos.</span></dd></div>
            </dl>
            <details><summary>Videos and pictures by their hashes</summary>
            <div class="scroll" role="region" aria-labelledby="method" tabindex="0">
            <table>
            <caption><span>What was searched, and for what</span></caption>
            <thead><tr><th scope="col">What</th><th scope="col">Hash</th></tr></thead>
            <tbody>{Lines(sheet).Select(line => Markup.Of($"<tr><td>{Piece.Name(line.What)}</td><td><code>{line.Hash}</code></td></tr>\n"))}</tbody>
            </table>
            </div>
            </details>
            </section>
            """);
    }

    private static IEnumerable<(string What, string Hash)> Lines(Sheet sheet) =>
    [
        .. sheet.Videos.SelectMany(video => new[]
        {
            (video.Name, video.Searched.Id),
            ($"{video.Name}, what was kept of it", video.Searched.Evidence ?? "none"),
        }),
        .. sheet.Page.Basis.Logos.SelectMany(logo => logo.Pictures.Select(picture => ($"{logo.Brand}, {logo.Logo}", picture))),
    ];

    private static string Hash(Sheet sheet) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Concat(Lines(sheet).Select(line => $"{line.What}\t{line.Hash}\n")))));

    private static string Number(double score) => score.ToString(CultureInfo.InvariantCulture);
}
