using VideoIndex.Tags;
using VideoIndex.Videos;

namespace VideoIndex.Cli.Output.Json;

internal sealed record VideoName(string Id, string Path)
{
    public static VideoName Of(Video video) => new(video.Id.ToString(), video.Path);
}

internal sealed record OriginShape(string Kind, string Name, string Version)
{
    public static OriginShape Of(Origin origin) => new(origin.Kind, origin.Name, origin.Version);
}
