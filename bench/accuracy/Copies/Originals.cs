using VideoIndex.Copies.Pictures;
using VideoIndex.Shots;

namespace VideoIndex.Accuracy.Copies;

/// <summary>A clip that copies are made of, and its prints.</summary>
internal sealed record Original(string Name, string File, FrameEvidence Evidence, Reel Reel, PicturePrints Prints)
{
    private const int LeastSeconds = 3, LeastTelling = 5;

    // Looked at by eye: ffmpeg's test pattern five times over, one film and its extract, one clip with and without sound,
    // and the opening of one film in two encodings.
    private static readonly string[][] Same =
    [
        ["SAR-2by3_mp4", "av1_video_mkv", "corrupted_mp4", "mov_text_mp4", "webvtt_mkv"],
        ["googlework_short_mp4", "googlework_tiny_mp4"],
        ["input_3sec_mp4", "input_video_only_3sec_mp4"],
        ["big-buck-bunny-480p-30sec_mp4", "sd-hls0000000000_ts"],
    ];

    /// <summary>Gets its length, in seconds.</summary>
    public double Seconds => Evidence.End.Seconds.ToDouble();

    /// <summary>Gets whether there is enough in it to be recognised by: three seconds, and five prints of something that moves.</summary>
    public bool IsTelling => Seconds > LeastSeconds - 0.1
        && Enumerable.Range(0, Prints.Count).Count(at => Prints[at] is { Look: not 0, Change: not 0 }) >= LeastTelling;

    /// <summary>Returns whether two clips show the same.</summary>
    public bool IsSameAs(Original other) => Array.Exists(Same, same => same.Contains(Name) && same.Contains(other.Name));

    /// <summary>Reads all clips with pictures in a folder.</summary>
    public static List<Original> Read(string folder, CopyFootage footage)
    {
        var read = new List<Original>();
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".mp4" or ".mpg" or ".mkv" or ".webm" or ".ts" or ".avi" or ".flv").Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileName(file).Replace('.', '_');
            if (footage.Read(file, name) is { } evidence && Reel.Of(evidence) is { } reel)
            {
                read.Add(new Original(name, file, evidence, reel, PicturePrints.Of(reel)));
            }
        }

        return read;
    }
}
