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

    private const string Decoded = $"{PictureCodecs},{AudioCodecs},{TextCodecs}";

    /// <summary>Decoders common beside allowed streams: covers, broadcast and film subtitles, other sound. Opened where ffprobe insists, never fed.</summary>
    public const string OnlyOpened =
        "png,bmp,gif,webp,tiff,dvbsub,dvdsub,pgssub,xsub,cc_dec,libzvbi_teletextdec,s302m,truehd,mlp,wavpack,tta,ape,amrnb,amrwb,libopencore_amrnb,libopencore_amrwb,"
        + "speex,libspeex,gsm,gsm_ms,g722,g726,cook,nellymoser,wmavoice,wmalossless,adpcm_g722,adpcm_g726,adpcm_swf,adpcm_yamaha,pcm_s8,pcm_s16be_planar,pcm_s16le_planar,"
        + "pcm_u16le,pcm_u16be,pcm_u24le,pcm_u24be,pcm_u32le,pcm_u32be,pcm_f32be,pcm_f64le,pcm_f64be,pcm_lxf";

    /// <summary>The options every call that reads an input starts with.</summary>
    public static IReadOnlyList<string> Options { get; } =
    [
        "-protocol_whitelist", "file",
        "-format_whitelist", Formats,
        "-codec_whitelist", Decoded,
        "-max_streams", "64",
        "-max_pixels", "36000000",
    ];

    /// <summary>
    /// The options of an ffprobe call that decodes nothing. ffprobe opens the decoder of every stream and ends where one is
    /// refused, so that a cover or a subtitle would cost the whole file; here those may be opened, but no packet reaches them.
    /// </summary>
    public static IReadOnlyList<string> DescribeOptions { get; } =
    [
        .. Options,
        "-codec_whitelist:v", $"{Decoded},{OnlyOpened}",
        "-codec_whitelist:a", $"{Decoded},{OnlyOpened}",
        "-codec_whitelist:s", $"{Decoded},{OnlyOpened}",
    ];

    /// <summary>Returns whether pictures of a codec, as ffprobe names it, are decoded. A few decoders have another name than their codec.</summary>
    public static bool AllowsPictures(string codec) => codec == "flv1" || PictureCodecs.Split(',').Contains(codec);

    /// <summary>Returns whether sound in a codec, as ffprobe names it, is decoded.</summary>
    public static bool AllowsSound(string codec) => codec == "dts" || AudioCodecs.Split(',').Contains(codec);
}
