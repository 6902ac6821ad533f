namespace VideoIndex.Ffmpeg.Captions.Cea608;

/// <summary>Two bytes of CEA-608, parity included, and the field they belong to.</summary>
internal readonly record struct CaptionPair(bool SecondField, byte First, byte Second);
