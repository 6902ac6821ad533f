using VideoIndex.Interchange.Exporting;
using VideoIndex.Interchange.Importing;
using VideoIndex.Interchange.Tests.Exactness;

namespace VideoIndex.Interchange.Tests.Hostile;

/// <summary>What left comes back: each moment at its own frames, by the name the format could carry.</summary>
public sealed class ReturnTests
{
    public static TheoryData<string, string> Formats => new()
    {
        { "edl", "edl" }, { "resolve-markers", "resolve-markers" }, { "avid-markers", "avid-markers" }, { "otio", "otio" }, { "csv", "csv" }, { "srt", "srt" }, { "vtt", "vtt" }, { "imsc", "ttml" },
    };

    [Theory]
    [MemberData(nameof(Formats))]
    public void Moments_come_back_to_their_frames(string format, string read)
    {
        for (var seed = 0; seed < 100; seed++)
        {
            var drawn = new Draws(seed).Sheet(apart: true);
            var (sheet, rules) = Posed.To(drawn);
            var video = sheet.Videos[0].Video;
            var reading = ImportReaders.Named(read)!.Read(ExportWriters.Named(format)!.Write(sheet, rules).Files[0].Text, new ImportOrder(video, "taken") { AsTranscript = false });

            Assert.Equal(
                drawn.Truths().Select(one => $"{one.Name} [{one.First}, {one.Until})").Order(StringComparer.Ordinal),
                reading.Tags.Select(tag => $"{tag.Label} {video.Timecodes!.FramesOf(tag.Span)}").Order(StringComparer.Ordinal));
        }
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void Hostile_names_come_back_where_the_format_carries_them(string format, string read)
    {
        var faults = new List<string>();
        foreach (var text in HostileTexts.All.Distinct())
        {
            var (sheet, rules) = HostileSheets.With(text);
            var (video, file) = (sheet.Videos[0].Video, ExportWriters.Named(format)!.Write(sheet, rules).Files[0].Text);
            var tags = ImportReaders.Named(read)!.Read(file, new ImportOrder(video, "taken") { AsTranscript = false }).Tags.OrderBy(tag => tag.Span.Start).ToList();
            var frames = string.Join(' ', tags.Select(tag => video.Timecodes!.FramesOf(tag.Span)));
            if ((Carried.IsSeen(text) && frames != "[0, 125) [500, 625) [1000, 1125)") || (Carried.Back(format, text) && tags[1].Label != (format == "srt" ? Carried.Read(format, text) : text)))
            {
                faults.Add($"'{text[..Math.Min(text.Length, 60)]}' ({text.Length}): {frames} {(tags.Count > 1 ? tags[1].Label[..Math.Min(tags[1].Label.Length, 60)] : "")}");
            }
        }

        Assert.True(faults is [], $"{format}: {faults.Count} texts hurt.\n{string.Join('\n', faults.Take(12))}");
    }
}
