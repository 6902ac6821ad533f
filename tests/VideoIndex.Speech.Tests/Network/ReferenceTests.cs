using VideoIndex.Speech.Network;

namespace VideoIndex.Speech.Tests.Network;

/// <summary>Our graphs against the numbers of the official implementation.</summary>
public sealed class ReferenceTests(ReferenceNetwork reference) : IClassFixture<ReferenceNetwork>
{
    [OnnxFact]
    public void What_the_encoder_gives_is_the_official_numbers()
    {
        using var encoded = (EncodedWindows)reference.Network.Encode(ReferenceNetwork.Recording, 1);
        Assert.InRange(Numbers.Apart(encoded.Encoded, Numbers.Of("model_io/encoder_out_jfk.npy")), 0, 1e-4f);
    }

    [OnnxFact]
    public void The_logits_of_all_tokens_are_the_official_numbers()
    {
        using var encoded = reference.Network.Encode(ReferenceNetwork.Recording, 1);
        using var decoding = reference.Network.Begin(encoded, [0]);
        var logits = new float[reference.Network.Shape.Vocabulary];
        decoding.Feed([50258, 50259, 50359], [2], logits);
        Assert.InRange(Numbers.Apart(logits, Numbers.Of("model_io/logits_sot_en_transcribe_last.npy")), 0, 1e-3f);
    }
}
