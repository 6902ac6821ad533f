using System.Globalization;
using VideoIndex.Objects;
using VideoIndex.Pipeline.Frames;

namespace VideoIndex.Pipeline.Objects;

/// <summary>Puts together what the detectors of all segments saw, and says what was not looked for.</summary>
internal static class SeenThings
{
    /// <summary>Returns what each detector saw of the video: of each kind, one model's; nothing of a kind nobody looked for.</summary>
    /// <param name="records">Who looked in each segment.</param>
    /// <param name="looks">What was seen at each look at the video, by the records of its segment.</param>
    public static IReadOnlyList<DetectionLog> Logs(IReadOnlyList<IReadOnlyList<DetectorRecord>> records, IReadOnlyList<SeenLook> looks)
    {
        var used = records.SelectMany(segment => segment).Where(record => record.Detector is not null).DistinctBy(record => record.Kind);
        return [.. used.Select(record => new DetectionLog(record.Kind, record.Detector!, record.Labels, [.. looks.Select(look => Of(look, record))]))];
    }

    /// <summary>Returns sentences on what was not looked for, or not everywhere.</summary>
    public static IReadOnlyList<string> Notes(StitchedFrames frames)
    {
        var records = frames.Detectors.SelectMany(segment => segment).ToList();
        return
        [
            .. records.Select(record => record.Missing).OfType<string>().Distinct(),
            .. frames.Detections.Select(log => Note(log, records)).OfType<string>(),
        ];
    }

    // The model may have been changed while a run went on: what another one saw is not mixed with it.
    private static IReadOnlyList<SeenObject>? Of(SeenLook look, DetectorRecord record)
    {
        var at = look.Records.Index().Where(one => one.Item.Kind == record.Kind && one.Item.Detector == record.Detector).Select(one => (int?)one.Index).FirstOrDefault();
        return at is { } place ? look.Seen[place] : null;
    }

    private static string? Note(DetectionLog log, List<DetectorRecord> records)
    {
        var missed = log.Looks.Count(look => look is null);
        var why = records.Where(record => record.Kind == log.Kind).Select(record => record.Failure).OfType<string>().FirstOrDefault();
        return missed == 0 ? null : string.Create(
            CultureInfo.InvariantCulture,
            $"{(log.Kind == Tags.TagKinds.Faces ? "Faces" : "Objects")} were not looked for at {missed} of {log.Looks.Count} looks{(why is null ? ", where another model was at work." : $": {why}")}");
    }
}

/// <summary>What was seen at a look at a video.</summary>
/// <param name="Records">Who looked.</param>
/// <param name="Seen">What each of them saw; null for nothing known.</param>
internal readonly record struct SeenLook(IReadOnlyList<DetectorRecord> Records, IReadOnlyList<IReadOnlyList<SeenObject>?> Seen);
