using VideoIndex.Inference;
using VideoIndex.Onnx.Binding;

namespace VideoIndex.Onnx.Tests.Binding;

/// <summary>Models of the fixtures, by the native library.</summary>
public sealed class RealModelTests
{
    private readonly OnnxRuntime _runtime = new(new OnnxRuntimeOptions { Library = OnnxLibrary.Path });

    [OnnxTheory]
    [InlineData("Kazuhito00__YOLOX-ONNX-TFLite-Sample/yolox_nano.onnx")]
    [InlineData("dog-qiuqiu__FastestDet/FastestDet.onnx")]
    [InlineData("ShiqiYu__libfacedetection.train/yunet_n_640_640.onnx")]
    [InlineData("ShiqiYu__libfacedetection.train/yunet_n_dynamic.onnx")]
    [InlineData("Linzaer__Ultra-Light-Fast-Generic-Face-Detector-1MB/version-slim-320_simplified.onnx")]
    [InlineData("Linzaer__Ultra-Light-Fast-Generic-Face-Detector-1MB/version-RFB-320.onnx")]
    [InlineData("Kazuhito00__PaddleOCRv3-ONNX-Sample/en_PP-OCRv3_det_infer.onnx")]
    [InlineData("Kazuhito00__PaddleOCRv3-ONNX-Sample/ch_ppocr_mobile_v2.0_cls_infer.onnx")]
    [InlineData("Kazuhito00__PaddleOCRv3-ONNX-Sample/en_number_mobile_v2.0_rec_infer.onnx")]
    public void A_model_gives_the_same_bound_as_unbound(string name)
    {
        using var session = _runtime.Open(OnnxLibrary.Model(name), new ModelSessionOptions { Providers = ["cpu"] });
        var given = Noise(session.Inputs.Single());

        var unbound = session.Run(given);
        Tensor[] bound = [.. unbound.Select(output => new Tensor<float>(new float[((Tensor<float>)output).Values.Length], output.Shape))];
        using var binding = session.Bind([given], bound);
        binding.Run();

        Assert.Equal(session.Outputs.Count, unbound.Length);
        Assert.All(unbound.Zip(bound), pair => Assert.Equal(((Tensor<float>)pair.First).Values.ToArray(), ((Tensor<float>)pair.Second).Values.ToArray()));
        Assert.All(unbound, output => Assert.All(((Tensor<float>)output).Values.ToArray(), value => Assert.True(float.IsFinite(value))));
    }

    [OnnxFact]
    public void A_model_says_what_it_takes_and_gives()
    {
        using var session = _runtime.Open(OnnxLibrary.Model("Kazuhito00__YOLOX-ONNX-TFLite-Sample/yolox_nano.onnx"), new ModelSessionOptions());

        Assert.Equal([ElementType.Real32], session.Inputs.Select(input => input.Type));
        Assert.Equal([1, 3, 416, 416], session.Inputs[0].Shape);
        Assert.Equal([1, 3549, 85], session.Outputs[0].Shape);
        Assert.Equal("cpu", session.Provider);
    }

    [OnnxFact]
    public void A_single_whole_number_and_a_memory_of_its_own_are_given_to_the_model_that_listens()
    {
        using var session = _runtime.Open(OnnxLibrary.Model("snakers4__silero-vad/silero_vad.onnx"), new ModelSessionOptions());

        var gotten = session.Run(
            new Tensor<float>(new float[576], 1, 576), new Tensor<float>(new float[256], 2, 1, 128), new Tensor<long>(new long[] { 16000 }));

        Assert.InRange(((Tensor<float>)gotten[0]).Span[0], 0, 0.5f);
        Assert.Equal([2, 1, 128], gotten[1].Shape.ToArray());
    }

    private static Tensor<float> Noise(TensorShape input)
    {
        // A free side: one picture, of a height and width all of these models take.
        int[] shape = [.. input.Shape.Select((side, i) => side >= 0 ? side : i == 0 ? 1 : i == 2 && input.Shape[3] != -1 ? 48 : 320)];
        var random = new Random(1);
        var values = new float[shape.Aggregate(1, (length, side) => length * side)];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = random.NextSingle();
        }

        return new Tensor<float>(values, shape);
    }
}
