using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using VideoIndex.Exporting;
using VideoIndex.Exporting.Pictures;
using VideoIndex.Interchange.Exposure.Html;
using VideoIndex.Search.Language;
using VideoIndex.Timing;

namespace VideoIndex.Interchange.Exporting.Storyboard;

/// <summary>The moments of an export as one page with a picture of each: it opens from a disk, without network, fonts or scripts, and prints.</summary>
/// <remarks>The same sheet and pictures give the same bytes. Whatever stands in names is text there, and can hold no tags.</remarks>
/// <param name="Sheet">The sheet, as <see cref="ExportPlan.Of(ExportSheet, ExportRules)"/> decided it.</param>
/// <param name="Rules">The rules it was decided by.</param>
public sealed record StoryboardPage(ExportSheet Sheet, ExportRules Rules)
{
    // A longer name is shown to here, and whole where it is opened.
    private const int LongestName = 300;

    private static readonly string Style = Resource();

    /// <summary>Gets what a person should know of what could not be shown, as sentences.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Writes the page.</summary>
    /// <param name="picture">Returns the picture of a moment by its number through the whole export, from 0; null where there is none.</param>
    public string Write(Func<int, StoryboardPicture?> picture)
    {
        ArgumentNullException.ThrowIfNull(picture);
        var page = Markup.Of($"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8" />
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src '{Hash(Style)}'; base-uri 'none'; form-action 'none'" />
            <meta name="viewport" content="width=device-width, initial-scale=1" />
            <meta name="color-scheme" content="light dark" />
            <meta name="referrer" content="no-referrer" />
            <title>{Sheet.Title}</title>
            <style>{new Markup(Style)}</style>
            </head>
            <body>
            {Heading()}
            <main>
            {Videos(picture)}
            </main>
            <footer><p>Made by VideoIndex on {Rules.Made.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)} UTC. The second label of a moment is that of the frame after its last.</p></footer>
            </body>
            </html>

            """);
        return page.Text.Replace("\r\n", "\n", StringComparison.Ordinal);
    }

    private Markup Heading()
    {
        var moments = Sheet.Videos.Sum(video => video.Moments.Count);
        var count = string.Create(CultureInfo.InvariantCulture, $"{moments:N0} {(moments == 1 ? "moment" : "moments")} of {Sheet.Videos.Count:N0} {(Sheet.Videos.Count == 1 ? "video" : "videos")}.");
        string[] notes = [.. Sheet.Notes, .. Notes];
        var told = notes is [] ? Markup.None : Markup.Of($"<div class=\"note\"><ul>{notes.Select(note => Markup.Of($"<li><bdi>{note}</bdi></li>"))}</ul></div>");
        return Markup.Of($"""
            <header>
            <p class="over">Storyboard</p>
            <h1>{Name(Sheet.Title)}</h1>
            <p class="soft">{string.Join(' ', StoryboardRules.Of(Rules).Prepend(count))}</p>
            {told}
            </header>
            """);
    }

    private IEnumerable<Markup> Videos(Func<int, StoryboardPicture?> picture)
    {
        var number = 0;
        foreach (var video in Sheet.Videos.Where(video => video.Moments is [_, ..]))
        {
            var cards = new List<Markup>();
            foreach (var moment in video.Moments)
            {
                cards.Add(Card(number + 1, video, moment, picture(number)));
                number++;
            }

            yield return Markup.Of($"""
                <section>
                <h2><bdi>{video.Name}</bdi></h2>
                <p class="soft">{StoryboardRules.OfLabels(video)}</p>
                <ol class="cards">
                {cards}</ol>
                </section>

                """);
        }
    }

    private static Markup Card(int number, ExportedVideo video, ExportMoment moment, StoryboardPicture? picture)
    {
        var shown = picture is null
            ? new Markup("<span>No picture</span>")
            : Markup.Of($"<img src=\"{new Markup($"data:image/jpeg;base64,{Convert.ToBase64String(picture.Jpeg.Span)}")}\" alt=\"{$"The frame at {ClockTime.Label(picture.Time, video.Labels)}"}\" />");
        var labels = SpanLabels.Of(moment.Span, video.Labels);
        return Markup.Of($"""
            <li class="card {Enum.GetName(moment.Colour)!.ToLowerInvariant()}" id="m{number}">
            <figure class="frame">{shown}</figure>
            <div class="words">
            <p class="times">{number}. {Time(moment.Span.Start, labels.First)} – {Time(moment.Span.End, labels.Until)}</p>
            <h3>{Name(moment.Name)}</h3>
            <dl>{Facts(video, moment, picture)}</dl>
            </div>
            </li>

            """);
    }

    private static IEnumerable<Markup> Facts(ExportedVideo video, ExportMoment moment, StoryboardPicture? picture)
    {
        (string What, string? Said)[] facts =
        [
            ("Kind", moment.Kind),
            ("Said by", moment.Speaker),
            ("Language", moment.Language),
            ("Found by", $"{moment.Origin.Kind} {moment.Origin.Name} {moment.Origin.Version}".TrimEnd()),
            ("Confidence", moment.Confidence.Value.ToString("0.##", CultureInfo.InvariantCulture)),
            ("Status", moment.Status == ReviewStatus.Unreviewed ? "not reviewed" : moment.Status),
            ("Made of", moment.Merged > 1 ? string.Create(CultureInfo.InvariantCulture, $"{moment.Merged} moments") : null),
            ("How", moment.How),
            ("Picture", picture is null ? null : ClockTime.Label(picture.Time, video.Labels)),
        ];
        return facts.Where(fact => fact.Said is { Length: > 0 }).Select(fact => Markup.Of($"<dt>{fact.What}</dt><dd><bdi>{fact.Said}</bdi></dd>"));
    }

    // The exact time is the title, for the label says which frame and not when.
    private static Markup Time(MediaTime time, string label) =>
        Markup.Of($"<data value=\"{time.Seconds.ToString()}\" title=\"{$"{time.Seconds} s exactly"}\">{label}</data>");

    private static Markup Name(string name)
    {
        var signs = name.EnumerateRunes().Take(LongestName + 1).ToList();
        return signs.Count <= LongestName
            ? Markup.Of($"<bdi>{name}</bdi>")
            : Markup.Of($"<bdi>{string.Concat(signs.Take(LongestName))}…</bdi><details><summary>The whole of it</summary><bdi>{name}</bdi></details>");
    }

    private static string Hash(string text) => "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static string Resource()
    {
        using var reader = new StreamReader(typeof(StoryboardPage).Assembly.GetManifestResourceStream("storyboard.css")!);
        return reader.ReadToEnd().Replace("\r\n", "\n", StringComparison.Ordinal);
    }
}

/// <summary>The picture of a moment on a storyboard.</summary>
/// <param name="Time">When its frame begins, on the video's own timeline.</param>
/// <param name="Jpeg">The picture, as a JPEG file.</param>
public sealed record StoryboardPicture(MediaTime Time, ReadOnlyMemory<byte> Jpeg);
