namespace VideoIndex.Ffmpeg.Running;

/// <summary>What may be opened. A protocol list alone lets a play list named <c>.mp4</c> read other files; the format list does not.</summary>
internal static class AllowList
{
    /// <summary>Containers, by FFmpeg's demuxer names. No play list, no picture sequence, no network session.</summary>
    public const string Formats =
        "mov,mp4,m4a,3gp,3g2,mj2,matroska,webm,avi,mpegts,mpeg,flv,mxf,ogg,asf,wav,mp3,aac,flac,aiff,w64";

    /// <summary>Picture decoders, by FFmpeg's names.</summary>
    public const string PictureCodecs =
        "h264,hevc,mpeg4,msmpeg4v3,msmpeg4,mpeg2video,mpeg1video,h263,flv,vp8,vp9,libdav1d,av1,prores,dnxhd,mjpeg,wmv1,wmv2,wmv3,vc1,theora,dvvideo";

    /// <summary>Sound decoders, by FFmpeg's names.</summary>
    public const string AudioCodecs =
        "aac,aac_latm,mp3,mp3float,mp2,mp2float,mp1,mp1float,ac3,eac3,dca,opus,libopus,vorbis,flac,alac,wmav1,wmav2,wmapro,"
        + "adpcm_ms,adpcm_ima_wav,adpcm_ima_qt,pcm_s16le,pcm_s16be,pcm_s24le,pcm_s24be,pcm_s32le,pcm_s32be,pcm_f32le,pcm_u8,pcm_mulaw,pcm_alaw,pcm_bluray,pcm_dvd";

    /// <summary>Text decoders, by FFmpeg's names.</summary>
    public const string TextCodecs = "mov_text,webvtt,subrip,srt,ass,ssa,text";

    /// <summary>The options every call that reads an input starts with.</summary>
    public static IReadOnlyList<string> Options { get; } =
    [
        "-protocol_whitelist", "file",
        "-format_whitelist", Formats,
        "-codec_whitelist", $"{PictureCodecs},{AudioCodecs},{TextCodecs}",
        "-max_streams", "64",
        "-max_pixels", "36000000",
    ];

    /// <summary>Returns whether pictures of a codec, as ffprobe names it, are decoded.</summary>
    public static bool AllowsPictures(string codec) => codec == "av1" || PictureCodecs.Split(',').Contains(codec);
}
