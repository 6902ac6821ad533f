using VideoIndex.Tags;

namespace VideoIndex.Videos;

/// <summary>Something a video as a whole is found by.</summary>
/// <param name="Text">The words: a file name, a folder, a title.</param>
/// <param name="Origin">Who says it.</param>
/// <param name="IsFolder">Whether it is where the file lies, which plain words do not search.</param>
public sealed record VideoProperty(string Text, Origin Origin, bool IsFolder = false)
{
    /// <summary>Returns the file name, then what the container says, then the folders.</summary>
    public static IEnumerable<VideoProperty> Of(Video video)
    {
        ArgumentNullException.ThrowIfNull(video);
        var cut = video.Path.LastIndexOfAny(['/', '\\']) + 1;
        yield return new VideoProperty(video.Path[cut..], new Origin("file", "name"));
        foreach (var (name, value) in video.Probe?.Attributes ?? new Dictionary<string, string>())
        {
            yield return new VideoProperty(value, new Origin("container", name));
        }

        yield return new VideoProperty(video.Path[..cut], new Origin("file", "folder"), IsFolder: true);
    }
}
