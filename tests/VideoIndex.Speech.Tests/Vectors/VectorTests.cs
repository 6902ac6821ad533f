using System.Runtime.InteropServices;
using System.Security.Cryptography;
using VideoIndex.Testing.Hearing;

namespace VideoIndex.Speech.Tests.Vectors;

public class VectorTests
{
    [FixtureFact]
    public void An_array_of_numpy_is_read_with_its_shape()
    {
        var filters = SpeechVectors.Npy("audio/mel_filters_80.npy");

        Assert.Equal([80, 201], filters.Shape);
        Assert.Equal(80 * 201, filters.Values.Length);
        Assert.Equal(filters.Values[(3 * 201) + 5], filters.At(3, 5));
    }

    [FixtureFact]
    public void The_recording_of_the_vectors_is_the_one_they_were_made_of()
    {
        var info = SpeechVectors.Json("audio/mel_info.json").GetProperty("jfk");
        var samples = Array.ConvertAll(SpeechVectors.Npy("audio/jfk_16k_s16.npy").Values, x => (short)x);

        Assert.Equal(info.GetProperty("samples").GetInt32(), samples.Length);
        Assert.Equal(info.GetProperty("sha256_s16le").GetString(), Convert.ToHexStringLower(SHA256.HashData(MemoryMarshal.AsBytes<short>(samples))));
    }

    [FixtureFact]
    public void A_wave_file_holds_what_was_written()
    {
        var path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.wav");
        var sound = SpeechVectors.Jfk();
        try
        {
            WaveFile.Write(path, sound);
            Assert.Equal(sound.Samples, WaveFile.Read(path).Channel(0).Samples);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
