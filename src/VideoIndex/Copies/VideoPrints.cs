using VideoIndex.Copies.Pictures;
using VideoIndex.Copies.Sounds;
using VideoIndex.Videos;

namespace VideoIndex.Copies;

/// <summary>What a video is recognised by.</summary>
/// <param name="Video">The video.</param>
/// <param name="Pictures">The prints of its pictures.</param>
/// <param name="Sound">The print of its sound.</param>
public sealed record VideoPrints(VideoId Video, PicturePrints Pictures, SoundPrint Sound);
