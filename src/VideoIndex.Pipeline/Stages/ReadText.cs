using VideoIndex.Media;
using VideoIndex.Pipeline.Flow;
using VideoIndex.Pipeline.Library;
using VideoIndex.Pipeline.ScreenText;
using VideoIndex.ScreenText;
using VideoIndex.Tags;
using VideoIndex.Videos;

namespace VideoIndex.Pipeline.Stages;

/// <summary>Asks for the words to be read that may stand in a segment's pictures.</summary>
public sealed record ReadText(VideoId Video, int Run, Segment Segment) : ICommand
{
    /// <inheritdoc/>
    public string Unit => Segment.Unit;
}

/// <summary>Says what was read.</summary>
/// <param name="Readings">What was read of each crop, in the order of the looks; those without a word are left out.</param>
/// <param name="Reader">Who read it; null when nobody could, or nothing was there to be read.</param>
/// <param name="Missing">Why nobody could, as a sentence; null when somebody could.</param>
/// <param name="Notes">What else a person should know: languages that are not installed, lines that were left unread.</param>
/// <param name="Crops">How many crops were read.</param>
/// <param name="Pixels">How many pixels they have together.</param>
public sealed record TextRead(
    IReadOnlyList<CropReading> Readings, Origin? Reader, string? Missing, IReadOnlyList<string> Notes, int Crops, long Pixels);

/// <summary>Reads each crop a segment's decode has kept, once.</summary>
public sealed class ReadTextStage(ITextReaders readers, IFindings findings, LibraryFolder library) : IStage<ReadText, TextRead>
{
    /// <summary>
    /// How many crops of one look are read, the likeliest first: more than a page of small print has lines. It keeps the time for footage that
    /// is made of nothing but lines in proportion to its length, and, as it looks at one look alone, does not show where segments meet.
    /// </summary>
    public const int MostInALook = 96;

    /// <inheritdoc/>
    public async Task<TextRead> RunAsync(ReadText command, IProgress<StageProgress> progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(progress);
        var frames = await findings.SegmentAsync(command, cancellationToken).ConfigureAwait(false);
        var looks = frames?.Looks.Select(look => look.Text).ToList() ?? [];
        var chosen = looks.SelectMany(Chosen).ToList();
        var unread = looks.Sum(look => look.Sightings.Count(sighting => sighting.Crop is not null)) - chosen.Count;
        List<string> notes = [.. readers.Notes, .. unread == 0 ? [] : new[] { Unread(unread) }];
        if (chosen.Count == 0 || readers.Missing is not null)
        {
            return new TextRead([], null, readers.Missing, notes, 0, 0);
        }

        var folder = library.PathOf(LibraryFolder.WorkOf(command.Video, command.Run, frames!.Folder));
        return OwnTime.Of(() => Read(folder, chosen, progress, cancellationToken)) with { Notes = notes };
    }

    private TextRead Read(string folder, List<(TextLook Look, int Place)> chosen, IProgress<StageProgress> progress, CancellationToken cancellationToken)
    {
        using var reader = readers.Open();
        var (readings, read, pixels) = (new List<CropReading>(), 0, 0L);
        foreach (var (look, place) in chosen)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var crop = PortableGraymap.Read(Path.Combine(folder, look.Sightings[place].Crop!));
            var words = reader.Read(crop).Select(word => InPicture(look.Sightings[place], (crop.Width, crop.Height), word)).ToList();
            if (words.Count > 0)
            {
                readings.Add(new CropReading(look.Timestamp, place, words));
            }

            pixels += crop.Pixels.Length;
            progress.Report(new StageProgress(++read, chosen.Count));
        }

        return new TextRead(readings, reader.Origin, null, [], read, pixels);
    }

    private static IEnumerable<(TextLook Look, int Place)> Chosen(TextLook look) =>
        Enumerable.Range(0, look.Sightings.Count)
            .Where(place => look.Sightings[place].Crop is not null)
            .OrderByDescending(place => look.Sightings[place].Certainty)
            .Take(MostInALook)
            .Order()
            .Select(place => (look, place));

    private static SeenWord InPicture(TextSighting sighting, (int Width, int Height) crop, ReadWord word) =>
        new(word.Text, word.Confidence, CropShape.InPicture(sighting, crop, word), word.Language);

    private static string Unread(int crops) =>
        string.Create(null, $"{crops} lines were not read: of one picture, no more than {MostInALook} are.");
}
