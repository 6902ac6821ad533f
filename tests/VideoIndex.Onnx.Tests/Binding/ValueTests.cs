using VideoIndex.Inference;
using VideoIndex.Onnx.Tests.Making;

namespace VideoIndex.Onnx.Tests.Binding;

/// <summary>Every kind of value crosses to the native library and back.</summary>
public sealed class ValueTests : IDisposable
{
    private readonly TinyModels _models = new();

    public void Dispose() => _models.Dispose();

    [OnnxFact]
    public void Values_of_every_type_come_back_as_they_went()
    {
        Unchanged(TinyModel.Real32, 1.5f, float.MinValue, float.NaN);
        Unchanged(TinyModel.Real16, (Half)0.25, Half.MaxValue, (Half)(-3));
        Unchanged(TinyModel.Real64, Math.PI, double.MaxValue, -0.0);
        Unchanged(TinyModel.Unsigned8, (byte)0, byte.MaxValue, (byte)7);
        Unchanged(TinyModel.Signed8, sbyte.MinValue, sbyte.MaxValue, (sbyte)-1);
        Unchanged(TinyModel.Signed32, int.MinValue, int.MaxValue, 0);
        Unchanged(TinyModel.Signed64, long.MinValue, long.MaxValue, 1L << 40);
        Unchanged(TinyModel.Truth, true, false, true);
    }

    [OnnxFact]
    public void Words_of_any_script_come_back_as_they_went()
    {
        using var session = _models.Open(new TinyModel()
            .Takes("x", TinyModel.Text, -1, -1).Gives("y", TinyModel.Text, -1, -1).Does("Identity", ["x"], ["y"]));
        string[] words = ["goal", "", "Tor für Köln", "見事なフリーキック"];

        var gotten = (WordTensor)session.Run(new WordTensor(words, 2, 2))[0];

        Assert.Equal(words, gotten.Values);
        Assert.Equal([2, 2], gotten.Shape.ToArray());
    }

    [OnnxFact]
    public void A_free_side_may_differ_from_run_to_run_and_be_nothing()
    {
        using var session = _models.Open(TinyModels.Doubling);

        Assert.Equal([-1, 4], session.Inputs[0].Shape);
        Assert.Equal([1, 4], session.Run(new Tensor<float>(new float[4], 1, 4))[0].Shape.ToArray());
        Assert.Equal([3, 4], session.Run(new Tensor<float>(new float[12], 3, 4))[0].Shape.ToArray());
        Assert.Equal([0, 4], session.Run(new Tensor<float>(Memory<float>.Empty, 0, 4))[0].Shape.ToArray());
    }

    [OnnxFact]
    public void A_list_of_tensors_is_read_each_with_its_own_shape()
    {
        using var session = _models.Open(new TinyModel()
            .Takes("x", TinyModel.Real32, 3, 2).GivesList("y", TinyModel.Real32)
            .Does("SplitToSequence", ["x"], ["y"], TinyModel.Attribute("axis", 0)));

        var list = (TensorList)session.Run(new Tensor<float>(new[] { 1f, 2, 3, 4, 5, 6 }, 3, 2))[0];

        Assert.Equal(ElementType.Unknown, session.Outputs[0].Type);
        Assert.Equal([[1, 2], [3, 4], [5, 6]], list.Items.Select(item => ((Tensor<float>)item).Values.ToArray()));
    }

    [OnnxFact]
    public void A_classifier_gives_a_map_from_words_to_numbers()
    {
        using var session = _models.Open(new TinyModel()
            .Takes("x", TinyModel.Real32, -1, 2).GivesMaps("y").NamesClasses("x", "y", "cat", "dog"));

        var list = (TensorList)session.Run(new Tensor<float>(new[] { 0.9f, 0.1f, 0.3f, 0.7f }, 2, 2))[0];

        var second = (TensorMap)list.Items[1];
        Assert.Equal(["cat", "dog"], ((WordTensor)second.Keys).Values);
        Assert.Equal([0.3f, 0.7f], ((Tensor<float>)second.Values).Values.ToArray());
    }

    [OnnxFact]
    public void What_is_not_what_the_model_takes_is_refused_by_a_sentence()
    {
        using var session = _models.Open(TinyModels.Doubling);

        Refused("The model's input 'x' is Real32 any x 4, not Real32 1 x 3.", new Tensor<float>(new float[3], 1, 3));
        Refused("The model's input 'x' is Real32 any x 4, not Real64 1 x 4.", new Tensor<double>(new double[4], 1, 4));
        Refused("The model's input 'x' is Real32 any x 4, not Real32 4.", new Tensor<float>(new float[4], 4));
        Refused("The model has 1 input(s), not 0.");

        void Refused(string sentence, params Tensor[] inputs)
        {
            var failure = Assert.Throws<ModelException>(() => session.Run(inputs));
            Assert.Equal(("wrong-inputs", sentence), (failure.Code, failure.Message));
        }
    }

    [OnnxFact]
    public void Words_and_lists_cannot_be_bound()
    {
        using var session = _models.Open(new TinyModel()
            .Takes("x", TinyModel.Text, -1).Gives("y", TinyModel.Text, -1).Does("Identity", ["x"], ["y"]));
        var words = new WordTensor(["a"], 1);

        Assert.Equal("Words cannot be bound to a model, only values.", Assert.Throws<ModelException>(() => session.Bind([words], [words])).Message);
    }

    private void Unchanged<T>(int type, params T[] values)
        where T : unmanaged
    {
        using var session = _models.Open(new TinyModel().Takes("x", type, 3).Gives("y", type, 3).Does("Identity", ["x"], ["y"]));

        Assert.Equal(values, ((Tensor<T>)session.Run(new Tensor<T>(values, 3))[0]).Values.ToArray());
    }
}
