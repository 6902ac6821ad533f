using VideoIndex.Brands.Pictures;
using VideoIndex.Copies;
using VideoIndex.Ffmpeg.Pictures;
using VideoIndex.Ffmpeg.Running;
using VideoIndex.Pipeline.Copies;
using VideoIndex.Pipeline.Similar;

namespace VideoIndex.Cli;

/// <content>What is like what.</content>
internal sealed partial class LibraryHost
{
    /// <summary>Wires the search for shots that look like another.</summary>
    public LikeShots LikeShots() => new(Catalog, _store.Vectors);

    /// <summary>Wires the search for shots that words say.</summary>
    public LikeWords LikeWords() => new(Catalog);

    /// <summary>Wires the vectors of keyframes.</summary>
    public KeyframeVectors KeyframeVectors(MediaTools tools) => new(Catalog, _store.Vectors, Pictures(tools), Folder);

    /// <summary>Wires the reading of pictures.</summary>
    public static IPictureReader Pictures(MediaTools tools) => new FfmpegPictureReader(tools);

    /// <summary>Wires the search for the same pictures and the same sound.</summary>
    public SimilarVideos Similar() => new(Catalog, _store.Prints, new CopyOptions());
}
