namespace VideoIndex.Ffmpeg.Tests.Hostile.Kinds;

/// <summary>Texts under a video's name that ask for another file, or for the network.</summary>
internal static class Playlists
{
    public static IEnumerable<HostileFile> All(Canary canary) =>
    [
        Text("hls-absolute-file.mp4", Hls($"file://{canary.Clip}")),
        Text("hls-relative.mp4", Hls("canary.ts")),
        Text("hls-http.mp4", Hls($"{canary.Address}/a.ts")),
        Text("hls-self.m3u8", "#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1\nhls-self.m3u8\n"),
        Text("hls-key-file.mp4", $"#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXT-X-KEY:METHOD=AES-128,URI=\"file://{canary.Text}\"\n#EXTINF:1,\ncanary.ts\n#EXT-X-ENDLIST\n"),
        Text("hls-concat-protocol.mp4", Hls($"concat:{canary.Clip}|{canary.Clip}")),
        Text("ffconcat-relative.mp4", "ffconcat version 1.0\nfile canary.ts\n"),
        Text("ffconcat-absolute.mp4", $"ffconcat version 1.0\nfile {canary.Clip}\n"),
        Text("ffconcat-http.mp4", $"ffconcat version 1.0\nfile {canary.Address}/a.ts\n"),
        Text("sdp.mp4", "v=0\no=- 0 0 IN IP4 127.0.0.1\ns=x\nc=IN IP4 127.0.0.1\nt=0 0\nm=video 5004 RTP/AVP 96\na=rtpmap:96 H264/90000\n"),
        Text("dash-http.mp4", Dash(canary.Address)),
        Text("smil.mp4", $"<smil><body><video src=\"{canary.Address}/a.mp4\"/></body></smil>"),
        Text("asx.wmv", $"<asx version=\"3.0\"><entry><ref href=\"{canary.Address}/a.wmv\"/></entry></asx>"),
        Text("rtsptext.mov", $"RTSPtext\nrtsp://{canary.Address[7..]}/a.mp4\n"),
        Text("reference.asf", $"[Reference]\nRef1={canary.Address}/a.asf?MSWMExt=.asf\n"),
        Text("stream.strm", $"{canary.Address}/a.mp4\n"),
        Text("svg-entity.mp4", $"<?xml version=\"1.0\"?><!DOCTYPE svg [<!ENTITY x SYSTEM \"file://{canary.Text}\">]><svg xmlns=\"http://www.w3.org/2000/svg\"><text>&x;</text></svg>"),
        Text("subrip.mp4", $"1\n00:00:00,000 --> 00:00:09,000\n<img src=\"{canary.Address}\">\n"),
        Text("webvtt.mkv", "WEBVTT\n\n00:00.000 --> 00:09.000\nhello\n"),
        Text("ass.mp4", "[Script Info]\nScriptType: v4.00+\n\n[Events]\nFormat: Start, End, Text\nDialogue: 0:00:00.00,0:00:09.00,hello\n"),
        Text("lavfi-graph.mp4", $"movie={canary.Clip}\n"),
        Text("cue-sheet.mp4", "FILE \"canary.ts\" BINARY\n  TRACK 01 AUDIO\n    INDEX 01 00:00:00\n"),
        new("mov-external-reference.mov", shop => ExternalReference(shop, canary)),
        new("avi-subtitle-playlist.avi", shop => SubtitlePlaylist(shop, canary)),
    ];

    public static string Hls(string target) =>
        $"#EXTM3U\n#EXT-X-VERSION:3\n#EXT-X-TARGETDURATION:1\n#EXT-X-MEDIA-SEQUENCE:0\n#EXTINF:1.0,\n{target}\n#EXT-X-ENDLIST\n";

    private static HostileFile Text(string name, string text) => new(name, shop => shop.Write(name, text));

    private static string Dash(string address) =>
        "<?xml version=\"1.0\"?><MPD xmlns=\"urn:mpeg:dash:schema:mpd:2011\" type=\"static\" mediaPresentationDuration=\"PT1S\"><Period>"
        + "<AdaptationSet mimeType=\"video/mp4\"><Representation id=\"1\" bandwidth=\"1\" width=\"16\" height=\"16\">"
        + $"<BaseURL>{address}/a.mp4</BaseURL><SegmentBase indexRange=\"0-9\"/></Representation></AdaptationSet></Period></MPD>";

    // A QuickTime alias that says the samples are in the file beside this one.
    private static async Task<string> ExternalReference(Workshop shop, Canary canary)
    {
        var honest = await File.ReadAllBytesAsync(await shop.MakeAsync("external-base.mov", $"-i {shop.Mp4} -c copy"));
        var path = System.Text.Encoding.UTF8.GetBytes(canary.Clip);
        byte[] alias =
        [
            .. new byte[4 + 10], 0, .. new byte[27 + 12], 0, .. new byte[63 + 16 + 4 + 16],
            0, 2, 0, (byte)path.Length, .. path, .. new byte[path.Length % 2], 0xFF, 0xFF, 0, 0,
        ];
        return shop.Write("mov-external-reference.mov", Boxes.Replace(honest, "dref", _ => Boxes.Box("dref", new byte[4], Boxes.Word(1), Boxes.Box("alis", alias))));
    }

    // CVE-2017-9993: a play list in an AVI's subtitle stream. The stream is only named so here, and the list is its one chunk.
    private static async Task<string> SubtitlePlaylist(Workshop shop, Canary canary)
    {
        var honest = await File.ReadAllBytesAsync(await shop.MakeAsync("gab2-base.avi", $"-i {shop.Mp4} -map 0 -c copy"));
        var list = System.Text.Encoding.UTF8.GetBytes(Hls($"file://{canary.Clip}"));
        byte[] chunk = [.. "GAB2\0"u8, 2, 0, 2, 0, 0, 0, 0x78, 0, 4, 0, .. BitConverter.GetBytes(list.Length), .. list];
        var text = System.Text.Encoding.Latin1.GetString(honest).Replace("auds", "txts", StringComparison.Ordinal);
        var at = text.IndexOf("01wb", StringComparison.Ordinal);
        byte[] spliced = [.. System.Text.Encoding.Latin1.GetBytes(text[..at]), .. "01tx"u8, .. BitConverter.GetBytes(chunk.Length), .. chunk, .. new byte[chunk.Length % 2], .. System.Text.Encoding.Latin1.GetBytes(text[at..])];
        return shop.Write("avi-subtitle-playlist.avi", spliced);
    }
}
